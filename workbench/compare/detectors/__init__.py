"""The detectors: one module each, found by name, proved by the ``CASES`` it holds."""

from workbench.compare.detectors.base import Detector
from workbench.registry import Registry

DETECTORS: Registry[Detector] = Registry("workbench.compare.detectors", "DETECTOR", Detector)
"""Every detector, by name."""
