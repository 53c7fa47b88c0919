// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An axis of whole months.
 *
 * @param first its first month
 * @param end the month after its last
 */
public record Months(YearMonth first, YearMonth end) {
    private static final int MOST_TICKS = 9;
    private static final long YEAR = 12;
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6);
    private static final List<Integer> YEARS = List.of(1, 2, 5);

    /**
     * The beginning of a month.
     *
     * @param year to be written below the month; empty where it goes without saying
     */
    public record Tick(String x, String month, String year) {}

    /** @param days in their order, one at least */
    static Months around(List<LocalDate> days) {
        return new Months(
                YearMonth.from(days.get(0)),
                YearMonth.from(days.get(days.size() - 1)).plusMonths(1));
    }

    /** Where a day is, in percent. */
    String across(LocalDate day) {
        return Share.percent(daysTo(day), daysTo(end.atDay(1)));
    }

    /** As many as there is room for. */
    List<Tick> ticks() {
        long step = step();
        List<Tick> ticks = new ArrayList<>();
        for (YearMonth month = first; month.isBefore(end); month = month.plusMonths(1)) {
            if (Math.floorMod(month.getYear() * YEAR + month.getMonthValue() - 1, step) == 0) {
                boolean saysYear = ticks.isEmpty() || month.getMonthValue() == 1;
                String name = month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
                ticks.add(new Tick(across(month.atDay(1)), name, saysYear ? String.valueOf(month.getYear()) : ""));
            }
        }
        return ticks;
    }

    /** The first that is large enough of 1, 2, 3 and 6 months and 1, 2, 5, 10, 20, … years. */
    private long step() {
        long months = first.until(end, ChronoUnit.MONTHS);
        LongStream years = LongStream.iterate(YEAR, power -> power * 10)
                .flatMap(power -> YEARS.stream().mapToLong(times -> times * power));
        return LongStream.concat(MONTHS.stream().mapToLong(Integer::longValue), years)
                .filter(step -> months <= step * MOST_TICKS)
                .findFirst()
                .orElseThrow();
    }

    private long daysTo(LocalDate day) {
        return first.atDay(1).until(day, ChronoUnit.DAYS);
    }
}
