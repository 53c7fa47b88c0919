// SPDX-License-Identifier: Apache-2.0
/** The model of the same name, as it becomes. */
package io.aludel.testing.journeys.owners;
