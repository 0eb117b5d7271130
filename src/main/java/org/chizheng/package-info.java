/** The examination and certification service; read the packages in the order of a candidate's journey (README). */
package org.chizheng;
