"""The embedded model as it is shipped: its record in the catalogue and its folder."""
import catalogue

RECORD = next(model for model in catalogue.load()["models"] if model["role"] == "demonstration")
FOLDER = catalogue.APP_ROOT / RECORD["base"]
