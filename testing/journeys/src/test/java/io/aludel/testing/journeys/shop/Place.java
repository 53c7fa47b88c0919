// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys.shop;

import io.aludel.mapping.annotation.Projection;

/** Where a {@link Seat} is. */
@Projection
public record Place(long number, int row) {}
