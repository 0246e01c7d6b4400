"""warraq (ورّاق) turns a folder of Arabic news texts into a searchable site that lasts."""

__version__ = "0.1.0"
