// SPDX-License-Identifier: Apache-2.0
/** The page: what it says, where it goes, and how it looks in a browser. */
package io.aludel.examples.gradebook.report;
