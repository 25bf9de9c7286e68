-- The index number that was allotted with the first release of a document: the scheme with everything but the serial number
-- filled in, and that. Serial numbers of a series have no gap, and what was allotted once is never allotted again.
alter table log_event add column number_series text;
alter table log_event add column number_serial bigint;
create unique index log_event_number on log_event (number_series, number_serial);
-- What kind of document a version is: a number is not used twice by documents of one kind.
alter table document_version add column document_kind text;
-- 1 where the versions before this one are public no more, since the correction was made for privacy.
alter table log_event add column withdraws_earlier integer not null default 0;
