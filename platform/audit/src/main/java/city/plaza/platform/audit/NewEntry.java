package city.plaza.platform.audit;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An entry about to be written: {@code NewEntry.of(Actor.of(caller), ROLES_CHANGED,
 * "account", id).with("roles", "finance")}.
 *
 * @param actor who did it
 * @param action what, of the service's list
 * @param subjectType of what it was done to, such as {@code account}
 * @param subjectId its id; nothing a person could be recognised by, such as an email
 * address
 * @param outcome how it ended
 * @param details a few numbers and codes, sorted by name; never a secret
 */
public record NewEntry(Actor actor, AuditAction action, String subjectType, String subjectId, AuditOutcome outcome,
		SortedMap<String, Object> details) {

	private static final int LONGEST = 200;

	private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{0,39}");

	/**
	 * Names of what never belongs here; a test of each service's entries finds others.
	 */
	private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|code|hash|email|phone).*");

	public NewEntry {
		if (subjectType.isBlank() || subjectId.isBlank() || subjectId.length() > LONGEST) {
			throw new IllegalArgumentException("The subject of " + action + " is not one");
		}
	}

	/**
	 * An entry of what was done.
	 * @param actor who did it
	 * @param action what
	 * @param subjectType of what it was done to
	 * @param subjectId its id
	 */
	public static NewEntry of(Actor actor, AuditAction action, String subjectType, Object subjectId) {
		return new NewEntry(actor, action, subjectType, subjectId.toString(), AuditOutcome.SUCCEEDED, new TreeMap<>());
	}

	/** The same with another outcome. */
	public NewEntry ended(AuditOutcome how) {
		return new NewEntry(this.actor, this.action, this.subjectType, this.subjectId, how, this.details);
	}

	/** The same, refused by the rules. */
	public NewEntry refused() {
		return ended(AuditOutcome.REFUSED);
	}

	/** The same, tried without success. */
	public NewEntry failed() {
		return ended(AuditOutcome.FAILED);
	}

	/**
	 * The same with a detail.
	 * @param name in camel case
	 * @param value a number, flag or short text without personal data; null adds nothing
	 */
	public NewEntry with(String name, @Nullable Object value) {
		if (value == null) {
			return this;
		}
		if (!NAME.matcher(name).matches() || SECRET.matcher(name).matches()) {
			throw new IllegalArgumentException("No detail of an audit entry: " + name);
		}
		TreeMap<String, Object> more = new TreeMap<>(this.details);
		more.put(name, shown(name, value));
		return new NewEntry(this.actor, this.action, this.subjectType, this.subjectId, this.outcome, more);
	}

	private static Object shown(String name, Object value) {
		if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
			return value;
		}
		String text = value.toString();
		if (text.length() > LONGEST) {
			throw new IllegalArgumentException("The detail " + name + " is longer than " + LONGEST);
		}
		return text;
	}

}
