package city.plaza.billing.finance;

import java.util.UUID;

import city.plaza.platform.security.Caller;

/**
 * A member of staff, as files and exports note who made them.
 *
 * @param id the account; zeros for the import folder
 * @param name first and last name at that time, or `import folder`; empty of what was
 * made before names were noted
 */
record StaffMember(UUID id, String name) {

	static StaffMember of(Caller caller) {
		return new StaffMember(caller.id(), (caller.givenName() + " " + caller.familyName()).strip());
	}

}
