// SPDX-License-Identifier: Apache-2.0
/** A model as it was. */
package io.aludel.testing.journeys.owners;
