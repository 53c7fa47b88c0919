// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import java.util.List;

/**
 * The queries about the session and its schemas. All that this package asks is asked of {@code pg_catalog}, in a fixed number of queries whatever the
 * schema's size. (Not of {@code information_schema}: it hides what the role may not touch, and its join for foreign keys is quadratic.)
 */
final class PostgresCatalog {
    /** What decides how the server prints: names, moments, spans of time, numbers and bytes; and {@code jit}, as compiling costs more than these queries. */
    static final List<String> PRINTING = List.of(
            "search_path",
            "jit",
            "quote_all_identifiers",
            "DateStyle",
            "IntervalStyle",
            "TimeZone",
            "extra_float_digits",
            "bytea_output");

    /** With an empty path every name that is not the system's is printed with its schema. */
    static final List<String> PRINTED_ALIKE = List.of("", "off", "off", "ISO, YMD", "postgres", "UTC", "1", "hex");

    /** What the session looks like before it is read; its parameter is {@link #PRINTING}. */
    static final String SETTINGS = """
            select pg_catalog.current_schema() as default_schema,
                pg_catalog.current_setting('search_path') as search_path,
                pg_catalog.current_setting('server_version_num')::int as version,
                array(select pg_catalog.current_setting(s.name)
                    from pg_catalog.unnest(?::text[]) with ordinality as s(name, ord) order by s.ord) as printing""";

    /** {@link #PRINTING}, their values, and whether they are for the transaction; otherwise they are for the session. */
    static final String SET = """
            select pg_catalog.set_config(s.name, s.value, s.local) as value
            from (select pg_catalog.unnest(?::text[]) as name, pg_catalog.unnest(?::text[]) as value, ?::boolean as local) as s""";

    static final String VERSION = "select version() as server, current_setting('server_version_num')::int as version";

    /** The system's own begin with {@code pg_}, as nothing else may. */
    private static final String OWN_SCHEMAS = """
            select n.nspname as name from pg_catalog.pg_namespace n
            where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
            """ + notOfAnExtension("pg_namespace", "n");

    static final String SCHEMAS = OWN_SCHEMAS + " order by n.nspname";

    /** Those of the array that there are. */
    static final String SCHEMAS_AMONG = OWN_SCHEMAS + " and n.nspname = any(?) order by n.nspname";

    private PostgresCatalog() {}

    /** What comes and goes with an extension is the extension's business. */
    static String notOfAnExtension(String catalog, String alias) {
        return "and not exists (select 1 from pg_catalog.pg_depend e where e.classid = 'pg_catalog." + catalog
                + "'::pg_catalog.regclass and e.objid = " + alias + ".oid and e.deptype = 'e')";
    }
}
