/** Province, cities, counties and functional zones, as data; a scope is a code that all codes below it begin with. */
package org.chizheng.region;
