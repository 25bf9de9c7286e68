-- Where in a document a reader saw a mistake, the words that stood there, and the digest of the number by which the reader
-- sees what came of the report.
alter table reader_report add column place varchar(64);
alter table reader_report add column quote text;
alter table reader_report add column receipt varchar(64);
create unique index reader_report_receipt on reader_report (receipt);

-- What came of the reports on a document, as numbers alone; they stay when the reports are deleted.
create table reader_report_sum (
    uid varchar(16) not null,
    outcome varchar(16) not null,
    reports integer not null,
    primary key (uid, outcome)
);
insert into reader_report_sum (uid, outcome, reports)
    select uid, outcome, count(*) from reader_report where outcome is not null group by uid, outcome;
