/**
 * The register, identifiers, versions, relations between documents, the log and its proofs; and the contracts
 * {@code PublicationGate} and {@code Dissemination} that others fulfil.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "archive", "access", "system"})
package org.gongbao.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
