// SPDX-License-Identifier: Apache-2.0
/** A model with everything that can be mapped, under names that are hard on a database. */
package io.aludel.testing.journeys.shop;
