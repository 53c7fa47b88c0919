// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One of many and many of one, in English. Small on purpose: what it gets wrong is said by name in a list here, or by the user. A word that is singular
 * already stays.
 */
final class English {
    /** Plurals that follow no rule below. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("people", "person"),
            Map.entry("children", "child"),
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("feet", "foot"),
            Map.entry("teeth", "tooth"),
            Map.entry("geese", "goose"),
            Map.entry("mice", "mouse"),
            Map.entry("indices", "index"),
            Map.entry("matrices", "matrix"),
            Map.entry("vertices", "vertex"),
            Map.entry("axes", "axis"),
            Map.entry("analyses", "analysis"),
            Map.entry("crises", "crisis"),
            Map.entry("theses", "thesis"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("criteria", "criterion"),
            Map.entry("leaves", "leaf"),
            Map.entry("halves", "half"),
            Map.entry("shelves", "shelf"),
            Map.entry("wolves", "wolf"),
            Map.entry("knives", "knife"),
            Map.entry("lives", "life"),
            Map.entry("wives", "wife"));

    private static final Set<String> SAME =
            Set.of("series", "species", "news", "lens", "sheep", "fish", "gps", "sms", "dns", "https", "cms", "always");

    /** Ends of words in "ie". */
    private static final Set<String> IE = Set.of(
            "movies", "cookies", "calories", "ties", "pies", "zombies", "selfies", "smoothies", "prairies", "lies");

    /** Words in "s" that get "es", besides those in "us". */
    private static final Set<String> S =
            Set.of("aliases", "biases", "canvases", "atlases", "gases", "lenses", "pancreases", "processes");

    /** Words in "use", which end in a plural as words in "us" do. */
    private static final Set<String> USE = Set.of(
            "houses", "warehouses", "causes", "clauses", "pauses", "spouses", "uses", "fuses", "excuses", "muses");

    private static final Set<String> O =
            Set.of("heroes", "potatoes", "tomatoes", "echoes", "vetoes", "torpedoes", "embargoes", "cargoes");

    /** Words in "che" and "xe", not "ch" and "x". */
    private static final Set<String> E = Set.of("caches", "niches", "avalanches", "headaches", "axes", "aches");

    private static final Map<String, String> PLURALS = plurals();

    private English() {}

    private static Map<String, String> plurals() {
        Map<String, String> plurals = new HashMap<>();
        IRREGULAR.forEach((many, one) -> plurals.put(one, many));
        SAME.forEach(word -> plurals.put(word, word));
        return Map.copyOf(plurals);
    }

    /** {@code pet} for {@code pets}; lower case. */
    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (!word.endsWith("s")
                || word.length() < 3
                || SAME.contains(word)
                || S.contains(word + "es")
                || endsWithOne(word, "ss", "us", "is")) {
            return word;
        }
        if (word.endsWith("ies") && !IE.contains(word)) {
            return cut(word, 3) + "y";
        }
        if (word.endsWith("zzes")) {
            return cut(word, 3);
        }
        boolean es = endsWithOne(word, "sses", "shes", "ches", "xes") && !E.contains(word)
                || word.endsWith("uses") && !USE.contains(word)
                || S.contains(word)
                || O.contains(word);
        return cut(word, es ? 2 : 1);
    }

    /** {@code pets} for {@code pet}; lower case. */
    static String plural(String word) {
        String irregular = PLURALS.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
            return cut(word, 1) + "ies";
        }
        return word + (endsWithOne(word, "s", "x", "ch", "sh") ? "es" : "s");
    }

    private static boolean endsWithOne(String word, String... ends) {
        return List.of(ends).stream().anyMatch(word::endsWith);
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
