package city.plaza.portal.page;

/** A form whose CSRF token is missing or old: shown as a page that was open too long. */
public class PageExpired extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public PageExpired() {
		super("The form's token is missing or does not fit.", null, false, false);
	}

}
