"""The pre-trained encoder under the pipeline: Docs to one vector a token."""
