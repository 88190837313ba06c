print("package", __name__)
from . import inner
from .inner import depth
