// SPDX-License-Identifier: Apache-2.0
/** Whole paths, as a user walks them: classes, a migration that writes itself, sessions, queries. */
package io.aludel.testing.journeys;
