package city.plaza.client;

/**
 * The result of an import of accounts of the portal before. The five counts add up to the
 * rows.
 *
 * @param reclaimed left as they are: their residents got them back
 */
public record LegacyImport(int rows, int added, int changed, int unchanged, int reclaimed, int rejected) {
}
