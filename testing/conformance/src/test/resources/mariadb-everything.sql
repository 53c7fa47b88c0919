create sequence numbers start with 5 increment by -2 minvalue -100 maxvalue 10 cache 7 cycle comment='count''s';

create sequence plain;

create table owners (
  id int unsigned not null auto_increment primary key,
  `na``me` varchar(20) default 'x\'\\;' comment 'it''s "a" \\ name',
  packed text compressed,
  code char(3) character set ascii,
  latin varchar(30) character set latin1 collate latin1_german1_ci check (latin <> 'x'),
  changed timestamp not null default current_timestamp on update current_timestamp,
  touched datetime(6) on update current_timestamp(6),
  moment timestamp null,
  lazy int generated always as (base + 1) virtual,
  eager varchar(40) as (concat(`na``me`, '`x`.')) persistent,
  base int not null default (1 + 1),
  mood enum('sad', 'it''s') default 'sad',
  tags set('x', 'y'),
  document json default (json_object()),
  place geometry not null,
  address inet6,
  token uuid default uuid(),
  flags bit(3) default b'101',
  born year,
  bytes varbinary(10) default 'abc',
  padded int zerofill,
  yes boolean default true,
  body mediumtext,
  rough float(7,3),
  next_number bigint default nextval(numbers),
  constraint ck_base check (base > 0 and mood is not null),
  constraint uq_owner unique (`na``me`, base),
  unique uq_body (body(12)),
  key ix_prefix (body(10), base desc),
  fulltext ft_body (body) comment 'whole ''texts''',
  spatial sp_place (place),
  key ix_ignored (base, born) ignored
) comment='All ''owners'' \\ of `pets`' row_format=compressed key_block_size=4;

create table `Pets of "O'x" ``select``` (
  id bigint primary key, owner_id int unsigned, parent_id bigint,
  constraint fk_owner foreign key (owner_id) references owners (id) on delete set null on update cascade,
  constraint fk_parent foreign key (parent_id) references `Pets of "O'x" ``select``` (id)
) collate=utf8mb4_nopad_bin;

create table in_memory (a int, b int, key ix_a (a), key ix_b using btree (b), unique uq_b using btree (b)) engine=memory max_rows=1000;

create table long_texts (a text, unique uq_long (a));

create table in_aria (a int, b text) engine=aria transactional=1 row_format=page collate=latin1_swedish_ci;

create table kept (a int primary key, b int) with system versioning;

create view adults as select id, `na``me` as `the name`, 'say "`a`.`b`"' as said, numbers.next_not_cached_value from owners, numbers where base > 1;

create algorithm=merge definer=`some`@`body` sql security invoker view few (`x``y`) as select id from adults where id < 10 with cascaded check option;

create view least as select id from owners where base > 5 with local check option;

create trigger t_first before insert on owners for each row begin set new.base = 5; end;

create trigger a_second before insert on owners for each row follows t_first set new.born = 2000;

create trigger m_zero before insert on owners for each row precedes t_first set new.code = 'a';

create definer=`some`@`%` trigger other after delete on kept for each row begin delete from owners where id = old.a; end;

set statement sql_mode='ANSI_QUOTES' for create trigger quoted before update on owners for each row set new.base = length("base");

create function plus_one(a int, `b c` varchar(3) character set latin1) returns varchar(10) character set ascii deterministic sql security invoker comment 'adds ''one''' return a + 1;

create procedure looks(in x int, out y varchar(4), inout z decimal(3,1)) reads sql data begin select count(*) into y from owners; -- the 'end'
end;

create aggregate function total(x int) returns int begin declare s int default 0; declare continue handler for not found return s; loop fetch group next row; set s = s + x; end loop; end;

set statement sql_mode='' for create definer=`some`@`body` procedure loose() select "text" || 'x';
