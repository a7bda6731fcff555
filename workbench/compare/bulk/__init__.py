"""The comparison of very many mentions at a time, over columns; imported only then, since numpy is slow to load."""

from workbench.compare.bulk.figures import Fitting, fitting
from workbench.compare.bulk.quotes import Stars, stars

__all__ = ["Fitting", "Stars", "fitting", "stars"]
