package city.plaza.identity.staff;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import city.plaza.platform.database.Codes;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a member of staff may do. */
enum StaffRole {

	/** Bills, payments, imports and exports. */
	FINANCE,
	/** Residents who need help. */
	HELP_DESK,
	/** Other members of staff, and the audit trail. */
	ADMINISTRATOR;

	@JsonValue
	String code() {
		return Codes.of(this);
	}

	/** Reads roles; empty where one is unknown or there is none. */
	static Optional<Set<String>> read(Collection<String> codes) {
		Set<String> known = new TreeSet<>(Arrays.stream(values()).map(StaffRole::code).toList());
		return (!codes.isEmpty() && known.containsAll(codes)) ? Optional.of(new TreeSet<>(codes)) : Optional.empty();
	}

}
