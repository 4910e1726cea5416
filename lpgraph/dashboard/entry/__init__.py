"""Where ``streamlit run`` starts: ``app.py`` is the server, ``script.py`` what it runs at each visit."""
