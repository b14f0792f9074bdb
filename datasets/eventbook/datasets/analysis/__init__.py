"""A version for analysis: panels, actors, SQL, GeoPandas, pictures.

version = eventbook.datasets.load("my-dataset")
version.panel(unit="country", freq="M")
version.plot.map()
"""

from eventbook.datasets.analysis.priogrid import cell_centre, cell_of
from eventbook.datasets.analysis.version import Version, load

__all__ = ["Version", "cell_centre", "cell_of", "load"]
