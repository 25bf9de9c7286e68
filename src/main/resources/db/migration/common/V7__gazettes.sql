-- The issue of a gazette that a version is or stands in; whole is 1 for the issue itself. What is here tells which are missing.
alter table document_version add column gazette_series text;
alter table document_version add column gazette_year integer;
alter table document_version add column gazette_issue integer;
alter table document_version add column gazette_whole integer;
create index document_version_gazette on document_version (gazette_series, gazette_year, gazette_issue);
