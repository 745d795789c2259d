package city.plaza.platform.testing;

/**
 * Where a service finds its database.
 *
 * @param host of PostgreSQL
 * @param port of PostgreSQL
 * @param user owner of the service's databases, no superuser
 * @param password of the user
 */
record Database(String host, int port, String user, String password) {
}
