package city.plaza.identity.social.provider;

/** A provider's metadata is not what the settings or the standard ask for. */
class MetadataException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	MetadataException(String message) {
		super(message, null, false, false);
	}

}
