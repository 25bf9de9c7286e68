-- The address of a version by its number (/eli/cn/…), empty where its number is not certain. Null: published before there were
-- addresses by number, or taken away.
alter table document_version add column eli text;
create index document_version_eli on document_version (eli);
