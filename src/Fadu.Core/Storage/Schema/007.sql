-- The search index follows the default order of lists from here on. Words come from the states: everything is computed again at the next opening.
delete from meta where key like 'facts.%';
