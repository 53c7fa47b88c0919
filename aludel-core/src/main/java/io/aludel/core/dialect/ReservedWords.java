// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a name must be quoted. A name is portable if it is {@code [a-z_][a-z0-9_]*} and reserved in none of our databases; then it is
 * written bare, and each database folds it to its own case. Every other name is kept exactly as written, and quoted.
 */
public final class ReservedWords {
    private static final Pattern PORTABLE = Pattern.compile("[a-z_][a-z0-9_]*");

    /**
     * Reserved in SQLite (lang_keywords, but for those that its parser takes as names anyway), PostgreSQL (appendix C, "reserved" and "can be
     * function or type"), MariaDB (reserved words), MySQL 8 or H2 (keywords).
     */
    private static final Set<String> WORDS = Set.of("""
            _rowid_ accessible add all alter analyse analyze and any array as asc asensitive asymmetric authorization
            autoincrement between bigint binary blob both by call cascade case cast change char character check collate
            collation column commit concurrently condition constraint continue convert create cross cube cume_dist
            current_catalog current_date current_path current_role current_schema current_time current_timestamp
            current_user cursor database databases day day_hour day_microsecond day_minute day_second dec decimal declare
            default deferrable delayed delete delete_domain_id dense_rank desc describe deterministic distinct distinctrow
            div do do_domain_ids double drop dual each else elseif empty enclosed end escape escaped except exists exit
            explain false fetch filter first_value float float4 float8 for force foreign freeze from full fulltext
            function general generated get grant group grouping groups having high_priority hour hour_microsecond
            hour_minute hour_second if ignore ignore_domain_ids ignore_server_ids ilike in index indexed infile initially
            inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into io_after_gtids
            io_before_gtids is isnull iterate join json_table key keys kill lag last_value lateral lead leading leave left
            like limit linear lines load localtime localtimestamp lock long longblob longtext loop low_priority manual
            master_bind master_heartbeat_period master_ssl_verify_server_cert match maxvalue mediumblob mediumint
            mediumtext middleint minus minute minute_microsecond minute_second mod modifies month natural
            no_write_to_binlog not nothing notnull nth_value ntile null numeric of offset on only optimize optimizer_costs
            option optionally or order out outer outfile over overlaps page_checksum parallel parse_vcol_expr partition
            percent_rank placing portion precision primary procedure purge qualify raise range rank read read_write reads real
            recursive ref_system_id references regexp release rename repeat replace require resignal restrict return
            returning revoke right rlike row row_number rownum rows schema schemas second second_microsecond select
            sensitive separator session_user set show signal similar slow smallint some spatial specific sql
            sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting
            stats_auto_recalc stats_persistent stats_sample_pages stored straight_join symmetric system system_user table
            tablesample terminated then tinyblob tinyint tinytext to top trailing transaction trigger true uescape undo
            union unique unknown unlock unsigned update usage use user using utc_date utc_time utc_timestamp value values
            varbinary varchar varcharacter variadic varying vector verbose virtual when where while window with within
            write xor year year_month zerofill
            """.strip().split("\\s+"));

    private ReservedWords() {}

    /** Whether the name can be written without quotes on every database. */
    public static boolean isPortable(String name) {
        return PORTABLE.matcher(name).matches() && !WORDS.contains(name);
    }
}
