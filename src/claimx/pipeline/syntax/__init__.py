"""Questions to the parse, answered alike for Universal Dependencies and ClearNLP labels.

The bundled pipeline speaks Universal Dependencies (UD 2); spaCy's ``en_core_web_*`` pipelines
speak ClearNLP's scheme, where a preposition heads its noun (``prep`` – ``pobj``), a passive
subject is ``nsubjpass``, an object ``dobj``, a copula heads its predicate (``attr``). Rules ask
here and never compare labels themselves.
"""
