"""The world of the embedded model: conditions and findings, the questions about them and the reasoning that is taught."""
