// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.entities.golden;

import io.aludel.mapping.annotation.DatabaseEnum;

@DatabaseEnum(name = "mood")
public enum MoodValue {
    SAD,
    GLAD
}
