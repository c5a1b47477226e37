create virtual table search using fts5(words, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");
