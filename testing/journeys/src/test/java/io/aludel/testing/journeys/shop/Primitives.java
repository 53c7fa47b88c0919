// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.mapping.annotation.Projection;

/** A record of each primitive type. */
@Projection
public record Primitives(
        boolean aBoolean, byte aByte, short aShort, int anInt, long aLong, float aFloat, double aDouble, char aChar) {}
