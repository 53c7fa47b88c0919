// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import io.aludel.examples.gradebook.Kind;
import io.aludel.examples.gradebook.Lookup.Found;
import io.aludel.examples.gradebook.report.chart.BarPanel;
import java.util.List;
import java.util.stream.Stream;

/**
 * The averages by group and subject as the template needs them.
 *
 * @param labelWidth what the bars leave free for the groups' names, in pixels
 * @param notes on what is not shown
 */
record AveragesView(List<String> groups, List<BarPanel> panels, int labelWidth, List<String> notes) {
    static AveragesView of(Report report) {
        Averages averages = report.averages();
        List<String> groups = averages.groups().stream().map(Found::name).toList();
        return new AveragesView(
                groups,
                averages.subjects().stream()
                        .map(subject -> panel(averages, subject))
                        .toList(),
                BarPanel.labelWidth(groups),
                Stream.of(
                                note(report, groups.size(), Kind.GROUP),
                                note(report, averages.subjects().size(), Kind.SUBJECT))
                        .filter(note -> !note.isEmpty())
                        .toList());
    }

    private static BarPanel panel(Averages averages, Found subject) {
        return BarPanel.of(
                subject.name(),
                averages.groups().stream()
                        .map(group -> new BarPanel.GroupAverage(group.name(), averages.of(group, subject)))
                        .toList());
    }

    private static String note(Report report, int shown, Kind kind) {
        return PartNote.of("first", shown, report.numbers().get(kind), kind + "s by name");
    }
}
