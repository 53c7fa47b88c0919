-- What came with PostgreSQL 15.
create table nulls (a integer, b integer, constraint uq_nulls unique nulls not distinct (a) include (b));
create unique index ix_nulls on nulls (b) nulls not distinct where a > 1;
create view as_the_caller with (security_invoker = true) as select a from nulls;
