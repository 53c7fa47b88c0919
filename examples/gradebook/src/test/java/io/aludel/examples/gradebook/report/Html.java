// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads back what a page says, as far as these pages go. */
record Html(String text) {
    private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL);

    /** What stands from one text to the next other one. */
    Html between(String from, String to) {
        int start = text.indexOf(from);
        int end = text.indexOf(to, start);
        if (start < 0 || end < 0) {
            throw new AssertionError("There is no " + from + " … " + to + " in " + text);
        }
        return new Html(text.substring(start + from.length(), end));
    }

    Html answer(int number) {
        return between("id=\"answer-" + number + "\"", "</article>");
    }

    Html section(String id) {
        return between("<section id=\"" + id + "\"", "</section>");
    }

    /** The rows of the first table as a reader sees them, its head first. */
    List<List<String>> table() {
        return ROW.matcher(between("<table>", "</table>").text())
                .results()
                .map(row -> CELL.matcher(row.group(1))
                        .results()
                        .map(cell -> words(cell.group(1)))
                        .toList())
                .toList();
    }

    /** All matches of the expression's first group. */
    List<String> all(String expression) {
        Matcher matcher = Pattern.compile(expression, Pattern.DOTALL).matcher(text);
        return matcher.results().map(found -> words(found.group(1))).toList();
    }

    /** Without tags, and with what was escaped. */
    static String words(String html) {
        String words = html.replaceAll("<[^>]*>", "");
        return words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&");
    }
}
