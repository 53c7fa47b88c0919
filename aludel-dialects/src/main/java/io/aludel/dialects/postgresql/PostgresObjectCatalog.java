// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static io.aludel.dialects.postgresql.PostgresCatalog.notOfAnExtension;

/** The queries about what has a name of its own and is no table or view; each has {@code ?} for the array of schema names. */
final class PostgresObjectCatalog {
    static final String ENUM_TYPES = """
            select n.nspname as schema, t.typname as name, obj_description(t.oid, 'pg_type') as comment,
                array(select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = t.oid
                    order by e.enumsortorder) as labels
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            where n.nspname = any(?) and t.typtype = 'e'
            """ + notOfAnExtension("pg_type", "t");

    static final String DOMAINS = """
            select n.nspname as schema, t.typname as name, obj_description(t.oid, 'pg_type') as comment,
                format_type(t.typbasetype, t.typtypmod) as type, t.typnotnull as not_null,
                pg_get_expr(t.typdefaultbin, 0) as default_value,
                case when t.typcollation <> b.typcollation then l.collname end as collation,
                ln.nspname as collation_schema,
                k.conname as check_name, pg_get_expr(k.conbin, 0) as condition, k.convalidated as is_validated
            from pg_catalog.pg_type t
            join pg_catalog.pg_namespace n on n.oid = t.typnamespace
            join pg_catalog.pg_type b on b.oid = t.typbasetype
            left join pg_catalog.pg_collation l on l.oid = t.typcollation
            left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
            left join pg_catalog.pg_constraint k on k.contypid = t.oid and k.contype = 'c'
            where n.nspname = any(?) and t.typtype = 'd'
            """ + notOfAnExtension("pg_type", "t");

    /** An identity's own, which hangs on its column by an internal dependency, is a part of the column. */
    static final String SEQUENCES = """
            select n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
                format_type(s.seqtypid, null) as number_type, s.seqstart as start, s.seqincrement as increment,
                s.seqmin as minimum, s.seqmax as maximum, s.seqcache as cache, s.seqcycle as cycle,
                c.relpersistence::text as persistence,
                wn.nspname as owner_schema, w.relname as owner_table, a.attname as owner_column
            from pg_catalog.pg_sequence s
            join pg_catalog.pg_class c on c.oid = s.seqrelid
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            left join pg_catalog.pg_depend o on o.objid = c.oid and o.deptype in ('a', 'i') and o.refobjsubid > 0
                and o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                and o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            left join pg_catalog.pg_class w on w.oid = o.refobjid
            left join pg_catalog.pg_namespace wn on wn.oid = w.relnamespace
            left join pg_catalog.pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
            where n.nspname = any(?) and o.deptype is distinct from 'i'
            """ + notOfAnExtension("pg_class", "c");

    /** The server has words for functions and procedures; those for an aggregate are put together (manual, create aggregate). */
    static final String ROUTINES = """
            select n.nspname as schema, p.proname as name, p.prokind::text as kind,
                case when p.prokind = 'a' and p.pronargs = 0 then '*' else oidvectortypes(p.proargtypes) end as signature,
                obj_description(p.oid, 'pg_proc') as comment,
                case when p.prokind <> 'a' then pg_get_functiondef(p.oid) else
                    'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '('
                    || case when p.pronargs = 0 then '*' else pg_get_function_arguments(p.oid) end || E') (\\n    '
                    || concat_ws(E',\\n    ',
                        'SFUNC = ' || a.aggtransfn,
                        'STYPE = ' || format_type(a.aggtranstype, null),
                        'SSPACE = ' || nullif(a.aggtransspace, 0),
                        'FINALFUNC = ' || nullif(a.aggfinalfn::text, '-'),
                        case when a.aggfinalextra then 'FINALFUNC_EXTRA' end,
                        'FINALFUNC_MODIFY = ' || case a.aggfinalmodify
                            when case a.aggkind when 'n' then 'r' else 'w' end then null
                            when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end,
                        'COMBINEFUNC = ' || nullif(a.aggcombinefn::text, '-'),
                        'SERIALFUNC = ' || nullif(a.aggserialfn::text, '-'),
                        'DESERIALFUNC = ' || nullif(a.aggdeserialfn::text, '-'),
                        'INITCOND = ' || quote_literal(a.agginitval),
                        'MSFUNC = ' || nullif(a.aggmtransfn::text, '-'),
                        'MINVFUNC = ' || nullif(a.aggminvtransfn::text, '-'),
                        'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), null),
                        'MSSPACE = ' || nullif(a.aggmtransspace, 0),
                        'MFINALFUNC = ' || nullif(a.aggmfinalfn::text, '-'),
                        case when a.aggmfinalextra then 'MFINALFUNC_EXTRA' end,
                        'MFINALFUNC_MODIFY = ' || case when a.aggmtransfn <> 0 then case a.aggmfinalmodify
                            when case a.aggkind when 'n' then 'r' else 'w' end then null
                            when 'r' then 'READ_ONLY' when 's' then 'SHAREABLE' else 'READ_WRITE' end end,
                        'MINITCOND = ' || quote_literal(a.aggminitval),
                        'SORTOP = OPERATOR(' || quote_ident(sn.nspname) || '.' || so.oprname || ')',
                        'PARALLEL = ' || case p.proparallel when 's' then 'SAFE' when 'r' then 'RESTRICTED' end,
                        case when a.aggkind = 'h' then 'HYPOTHETICAL' end) || E'\\n)' end as definition
            from pg_catalog.pg_proc p
            join pg_catalog.pg_namespace n on n.oid = p.pronamespace
            left join pg_catalog.pg_aggregate a on a.aggfnoid = p.oid
            left join pg_catalog.pg_operator so on so.oid = a.aggsortop
            left join pg_catalog.pg_namespace sn on sn.oid = so.oprnamespace
            where n.nspname = any(?)
            and not exists (select 1 from pg_catalog.pg_depend i
                where i.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass and i.objid = p.oid and i.deptype = 'i')
            """ + notOfAnExtension("pg_proc", "p");

    /** What has no place in a schema: types of other kinds, and what values are compared, searched and converted by. */
    static final String OTHERS = """
            select n.nspname as schema, o.kind, o.name from (
                select t.typnamespace as schema, t.typname as name, case t.typtype
                        when 'c' then 'composite type' when 'r' then 'range type' else 'base type' end as kind
                    from pg_catalog.pg_type t left join pg_catalog.pg_class r on r.oid = t.typrelid
                    where (t.typtype = 'r' or t.typtype = 'c' and r.relkind = 'c' or t.typtype = 'b' and not exists (
                        select 1 from pg_catalog.pg_type e where e.typarray = t.oid))
            """ + notOfAnExtension("pg_type", "t")
            + andAll("collation", "pg_collation", "coll")
            + andAll("operator", "pg_operator", "opr")
            + andAll("operator class", "pg_opclass", "opc")
            + andAll("operator family", "pg_opfamily", "opf")
            + andAll("conversion", "pg_conversion", "con")
            + andAll("text search configuration", "pg_ts_config", "cfg")
            + andAll("text search dictionary", "pg_ts_dict", "dict")
            + andAll("text search parser", "pg_ts_parser", "prs")
            + andAll("text search template", "pg_ts_template", "tmpl") + """

            ) as o join pg_catalog.pg_namespace n on n.oid = o.schema
            where n.nspname = any(?)""";

    private PostgresObjectCatalog() {}

    private static String andAll(String kind, String catalog, String prefix) {
        return "\nunion all select x.%snamespace, x.%sname, '%s' from pg_catalog.%s x where true "
                        .formatted(prefix, prefix, kind, catalog)
                + notOfAnExtension(catalog, "x");
    }
}
