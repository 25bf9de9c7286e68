-- The documents that the public edition of an issue put together here holds: when one of them goes, the issue is shown
-- without it at once. Filled by events; issues that were public before are known from what they were put together of.
create table issue_entry (
    issue varchar(16) not null,
    uid varchar(16) not null,
    primary key (issue, uid)
);
create index issue_entry_uid on issue_entry (uid);
insert into issue_entry (issue, uid)
    select i.plan, i.uid from gazette_plan_item i join document d on d.uid = i.plan where d.state = 'public';
