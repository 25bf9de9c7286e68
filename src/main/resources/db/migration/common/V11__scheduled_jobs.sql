-- The moment at which what a job makes is to be released; null where that is at once or not asked.
alter table job add column release_at text;
