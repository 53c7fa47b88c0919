// SPDX-License-Identifier: Apache-2.0
/** Entities whose companions are kept from the session, as if they had been compiled without the processor. */
package io.aludel.orm.plain;
