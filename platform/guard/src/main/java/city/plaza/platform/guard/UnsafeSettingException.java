package city.plaza.platform.guard;

import java.util.List;

/**
 * Production refuses to start with a setting. The log shows its sentences, a line each,
 * in place of a stack trace, and the process ends with exit code 1.
 */
public class UnsafeSettingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** A sentence that names the setting, for each of them. */
	private final List<String> violations;

	/**
	 * A refusal of one or several settings.
	 * @param violations a sentence each that names the setting and shows no secret
	 */
	public UnsafeSettingException(List<String> violations) {
		super(String.join(" ", violations));
		this.violations = List.copyOf(violations);
	}

	List<String> violations() {
		return this.violations;
	}

}
