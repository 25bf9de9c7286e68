-- The correction of a published document that is on its way: its public reason, and whether it is for privacy (1).
alter table submission add column amendment text;
alter table submission add column amendment_privacy integer not null default 0;
