// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

/** The style sheet of a picture, light or dark as the reader's system is; every rule is for our pictures only, as a page may hold one. */
final class SvgStyle {
    static final String TEXT = """
            .aludel-diagram { --page: #f7f8fa; --card: #ffffff; --head: #e4ebf5; --ink: #1c2127; --soft: #68727e; --edge: #c3cbd5; --line: #7d8896;
              --accent: #1f62b5; --hover: #eef3fb; --pk: #96620a; --fk: #1f62b5; --uk: #0b7a5c; color-scheme: light dark;
              font-family: ui-monospace, "SFMono-Regular", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; }
            @media screen and (prefers-color-scheme: dark) {
              .aludel-diagram { --page: #101418; --card: #181d23; --head: #25303d; --ink: #e7ebef; --soft: #97a3af; --edge: #3a4552; --line: #7f8c9a;
                --accent: #74aef0; --hover: #212a35; --pk: #e3b24c; --fk: #74aef0; --uk: #46c79e; } }
            .aludel-diagram .page { fill: var(--page); }
            .aludel-diagram text { fill: var(--ink); font-size: 12px; white-space: pre; }
            .aludel-diagram .title { font-size: 18px; font-weight: 600; }
            .aludel-diagram .name { font-size: 13px; font-weight: 700; }
            .aludel-diagram .key { font-weight: 600; }
            .aludel-diagram .type { fill: var(--soft); }
            .aludel-diagram .null { fill: var(--soft); font-size: 10px; text-anchor: end; }
            .aludel-diagram .mark { font-size: 10px; font-weight: 700; }
            .aludel-diagram .pk { fill: var(--pk); }
            .aludel-diagram .fk { fill: var(--fk); }
            .aludel-diagram .uk { fill: var(--uk); }
            .aludel-diagram .body { fill: var(--card); }
            .aludel-diagram .heading { fill: var(--head); }
            .aludel-diagram .frame { fill: none; stroke: var(--edge); pointer-events: none; }
            .aludel-diagram .table:target .frame { stroke: var(--accent); stroke-width: 3; }
            .aludel-diagram .row .reach { fill: var(--card); }
            .aludel-diagram a.row:hover .reach { fill: var(--hover); }
            .aludel-diagram .line, .aludel-diagram path.foot { fill: none; stroke: var(--line); stroke-width: 1; }
            .aludel-diagram circle.foot { fill: var(--page); stroke: var(--line); stroke-width: 1; }
            .aludel-diagram .edge .reach { fill: none; stroke: transparent; stroke-width: 10; pointer-events: stroke; }
            .aludel-diagram .edge:hover .line, .aludel-diagram .edge:hover .foot { stroke: var(--accent); stroke-width: 2; }
            .aludel-diagram a:focus-visible { outline: 2px solid var(--accent); }
            """;

    private SvgStyle() {}
}
